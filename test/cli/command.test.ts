import { describe, expect, it } from 'vitest';
import { catalogue, commandsOf } from '../../src/cli/catalogue.ts';
import { command } from '../../src/cli/command.ts';
import { flag } from '../../src/cli/field.ts';
import { GLOBALS } from '../../src/cli/text.ts';
import { optionName } from '../../src/lib/option-name.ts';
import { w } from '../../src/lib/words.ts';

const words = w('甲', 'a');
const view = { json: () => null, text: () => '' };

const declare = (key: string) =>
  command({
    name: 'thing do',
    about: words,
    fields: { [key]: flag({ label: words }) },
    run: () => null,
    view,
  });

describe('a command', () => {
  it.each(['home', 'by', 'at', 'json', 'lang', 'input', 'yes', 'help', 'version', 'reveal'])(
    'has no field named as the option --%s',
    (key) => {
      expect(() => declare(key)).toThrow(`wy thing do: --${key} is no option`);
    },
  );

  it('has no field that would deny another', () => {
    expect(() => declare('noFee')).toThrow('--no-fee');
    expect(() => declare('noInput')).toThrow('--no-input');
  });

  it.each(['no', 'homes', 'since', 'note'])('may have a field named %s', (key) => {
    expect(declare(key)).toMatchObject({ noun: 'thing', verb: 'do', name: 'thing do' });
  });

  it('is one of the catalogue under its noun, and leaves the global options alone', async () => {
    const globals = GLOBALS.map(({ name }) => name);
    for (const noun of Object.keys(catalogue)) {
      const commands = (await commandsOf(noun)) ?? [];
      expect(commands.length).toBeGreaterThan(0);
      for (const { name, verb, fields } of commands) {
        expect(name).toBe(verb === undefined ? noun : `${noun} ${verb}`);
        expect(Object.keys(fields).filter((key) => globals.includes(optionName(key)))).toEqual([]);
      }
    }
  });

  it.each(['visit', 'fee', 'meter', 'resident'])(
    'is found with its own slice of “%s” alone',
    async (noun) => {
      const all = (await commandsOf(noun)) ?? [];
      for (const { name, verb } of all) {
        const loaded = (await commandsOf(noun, verb?.split(' ')[0])) ?? [];
        expect(loaded.map((each) => each.name)).toContain(name);
        expect(loaded.length).toBeLessThan(all.length);
      }
      expect(await commandsOf(noun, 'nonsense')).toEqual(all);
    },
  );
});
