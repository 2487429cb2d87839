import { type Words, w } from '../lib/words.ts';
import { ASKED } from './completion-asked.ts';

export const SHELLS = {
  bash: w('bash', 'bash'),
  zsh: w('zsh', 'zsh'),
  fish: w('fish', 'fish'),
} as const satisfies Record<string, Words>;

export type Shell = keyof typeof SHELLS;

/** Instead of candidates: the shell completes names of files itself. */
export const FILES = ':files';

/**
 * What a shell reads to complete `wy`: it hands on what was typed, without evaluating any of it. Where
 * all that comes back is the beginning of a word, no blank is put behind it.
 */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# wy: bash completion. In ~/.bashrc: eval "$(wy completion bash)"
_wy() {
  local IFS=$'\\n' found
  found=$(wy ${ASKED} bash -- "\${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
  if [ "$found" = "${FILES}" ]; then compopt -o default; COMPREPLY=(); return; fi
  if [[ "$found" == *- ]]; then compopt -o nospace; fi
  set -f; COMPREPLY=($found); set +f
}
complete -F _wy wy
`,
  zsh: `#compdef wy
# wy: zsh completion. In ~/.zshrc, behind compinit: eval "$(wy completion zsh)"
_wy() {
  local found
  local -a lines ending
  found=$(wy ${ASKED} zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)
  if [[ "$found" == "${FILES}" ]]; then compset -P '--[a-z-]#='; _files; return; fi
  lines=("\${(@f)found}")
  [[ "\${lines[1]}" == *- ]] && ending=(-S '')
  [[ -n "$found" ]] && _describe -V wy lines "\${ending[@]}"
}
compdef _wy wy
`,
  fish: `# wy: fish completion. In ~/.config/fish/config.fish: wy completion fish | source
function __wy_complete
  set -l begun (commandline -ct)
  set -l found (wy ${ASKED} fish -- (commandline -opc)[2..-1] "$begun" 2>/dev/null)
  if test "$found" = "${FILES}"
    set -l option (string match -r -- '^--[a-z-]+=' $begun)
    set -l rest (string replace -r -- '^--[a-z-]+=' '' $begun)
    printf '%s\\n' "$option"(__fish_complete_path "$rest")
  else
    printf '%s\\n' $found
  end
end
complete -c wy -f -a '(__wy_complete)'
`,
};

interface Candidate {
  value: string;
  about: string;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** One candidate as a shell reads it; zsh parts it from its description, if any, by a colon. */
const LINES: Readonly<Record<Shell, (it: Candidate) => string>> = {
  bash: ({ value }) => value,
  zsh: ({ value, about }) =>
    [value.replace(/[\\:]/g, '\\$&'), ...(about === '' ? [] : [oneLine(about)])].join(':'),
  fish: ({ value, about }) => `${value}\t${oneLine(about)}`,
};

export const linesFor = (shell: Shell, candidates: readonly Candidate[]): string =>
  candidates.map((each) => `${LINES[shell](each)}\n`).join('');
