/** Says, before or without the program, why it cannot run (exit code 3, as for any such reason). */
function giveUp(code, chinese, english) {
  const message = process.argv.includes('--json')
    ? JSON.stringify({ error: { code, message: `${chinese} / ${english}`, hint: null } })
    : `wy: ${chinese}\nwy: ${english}`;
  process.stderr.write(`${message}\n`);
  process.exit(3);
}

module.exports = { giveUp };
