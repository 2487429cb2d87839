import { defineConfig } from 'vitest/config';

// A desk's own settings must not reach the tests, nor the processes they start.
for (const name of Object.keys(process.env)) {
  if (name.startsWith('WY_')) delete process.env[name];
}
// Reading certificates slows every start of Node by 30 ms, and no test goes online.
delete process.env.NODE_EXTRA_CA_CERTS;

/** `import text from './default.yaml'` gives the text, as in the build (bin/dev/build.js). */
const yamlAsText = {
  name: 'yaml-as-text',
  transform: (code: string, id: string) =>
    id.endsWith('.yaml') ? { code: `export default ${JSON.stringify(code)};`, map: null } : null,
};

export default defineConfig({
  plugins: [yamlAsText],
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // One worker per core: the default leaves one of two cores idle.
    maxWorkers: '100%',
    // A worker keeps what it has loaded and compiled from file to file; `--isolate` starts each anew.
    isolate: false,
    globalSetup: 'test/support/run-folder.ts',
    setupFiles: 'test/support/every-file.ts',
    sequence: { shuffle: true },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
