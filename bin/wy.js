#!/usr/bin/env node
const { currentBuild } = require('./current.js');
const { loaderFor } = require('./load.js');

const argv = process.argv.slice(2);
const load = loaderFor(currentBuild(), argv);

load('main.js')
  .run(argv)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
