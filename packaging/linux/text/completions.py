"""Writes what bash, zsh and fish complete after probitas-cli, from what it says of itself
(help.py).

completions.py TERMINAL OUT: OUT/bash, OUT/zsh and OUT/fish. Zsh and fish also show what
each word means, in French where the environment asks for French messages.
"""

import os
import re
import sys

import help as told

PROGRAM = "probitas-cli"


class Option:
    """One option: its flags, the values that it can have, and what it means."""

    def __init__(self, flags, argument, meaning):
        self.flags = flags
        self.takes = bool(argument)
        # The words themselves, such as en|fr; a name in capitals stands for a file or for
        # something that nobody can know.
        listed = "|" in argument and argument == argument.lower()
        self.values = argument.split("|") if listed else []
        self.meaning = meaning


class Command:
    """A command: what it means, its options, and the words that must come next."""

    def __init__(self, name, help_text):
        self.name = name
        self.meaning = help_text.title.rstrip(".")
        calls = [call.split()[2:] for call in help_text.usage]
        self.words = [call[0] for call in calls if call and re.match(r"[a-z-]+$", call[0]) and call[0][0] != "-"]
        options = [
            option
            for kind, entries in help_text.blocks
            if kind == "entries"
            for entry in entries
            if (option := parsed(entry, help_text.usage))
        ]
        # An option of two of its ways to be called has two entries.
        self.options = []
        known = set()
        for option in options:
            option.flags = [flag for flag in option.flags if flag not in known]
            known.update(option.flags)
            if option.flags:
                self.options.append(option)


def parsed(entry, usage):
    if not entry.term.startswith("-"):
        return None
    words = entry.term.replace(",", " ").split()
    flags = [word for word in words if word.startswith("-")]
    argument = " ".join(word for word in words if not word.startswith("-"))
    if not argument:
        # Some entries leave what follows to the usage.
        in_usage = re.search(re.escape(flags[0]) + r" ([^\s\]-][^\s\]]*)", " ".join(usage))
        argument = in_usage.group(1) if in_usage else ""
    return Option(flags, argument, entry.meaning)


def commands(program, language):
    whole, of_each = told.terminal(program, language)
    found = [Command(name, text) for name, text in of_each.items()]
    last = whole.under(0)[-1]
    return found, last.meaning, [parsed(entry, whole.usage) for entry in whole.under(1)]


def short(meaning):
    """The first sentence, of one line."""
    first = re.split(r"(?<=[^.])[.;] ", meaning.replace("\n", " "))[0].rstrip(".")
    return first if len(first) <= 76 else first[:75].rsplit(" ", 1)[0] + "…"


def bash(found, everywhere):
    names = " ".join([command.name for command in found] + ["help"])
    flags = " ".join(flag for option in everywhere for flag in option.flags)
    lines = [
        f"# What bash completes after {PROGRAM}; made from its own help.",
        "_probitas_cli() {",
        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i words=",
        "  COMPREPLY=()",
        "  for ((i = 1; i < COMP_CWORD; i++)); do",
        '    case ${COMP_WORDS[i]} in',
        "      --lang) i=$((i + 1)) ;;",
        "      -*) ;;",
        "      *) command=${COMP_WORDS[i]}; break ;;",
        "    esac",
        "  done",
        '  case $command:$before in',
    ]
    for command in [None, *found]:
        for option in command.options if command else everywhere:
            for flag in option.flags if option.takes else []:
                values = " ".join(option.values)
                reply = f'COMPREPLY=($(compgen -W "{values}" -- "$word")); ' if values else ""
                lines.append(f"    {command.name if command else ''}:{flag}) {reply}return ;;")
    lines += ["  esac", "  case $command in", f'    "") words="{names} {flags}" ;;', f'    help) words="{names}" ;;']
    for command in found:
        own = " ".join(flag for option in command.options for flag in option.flags)
        lines.append(f"    {command.name})")
        if command.words:
            lines.append(f'      if ((COMP_CWORD == i + 1)); then words="{" ".join(command.words)}"; fi')
        lines += [f'      [[ $word != -* ]] || words="{own}"', "      ;;"]
    lines += [
        "  esac",
        '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
        "}",
        "# Where nothing of this fits, files.",
        f"complete -o bashdefault -o default -F _probitas_cli {PROGRAM}",
    ]
    return lines


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def zsh_spec(option, language):
    meaning = re.sub(r"([\[\]:\\])", r"\\\1", short(option.meaning))
    files = {"en": "file", "fr": "fichier"}[language]
    after = f":{files}:_files" if option.takes else ""
    if option.values:
        after = f": :({' '.join(option.values)})"
    flags = option.flags
    if len(flags) == 1:
        return quoted(f"*{flags[0]}[{meaning}]{after}")
    return f"'({' '.join(flags)})'{{{','.join(flags)}}}{quoted(f'[{meaning}]{after}')}"


def zsh(program):
    lines = [
        f"#compdef {PROGRAM}",
        f"# What zsh completes after {PROGRAM}; made from its own help.",
        "_probitas_cli() {",
        "  local -a known specs next",
        "  local command=$words[2]",
        "  case ${LC_ALL:-${LC_MESSAGES:-$LANG}} in",
    ]
    for pattern, language in (("fr*", "fr"), ("*", "en")):
        found, of_help, everywhere = commands(program, language)
        lines += [f"    {pattern})", "      known=("]
        for name, meaning in [(c.name, c.meaning) for c in found] + [("help", of_help)]:
            lines.append(f"        {quoted(name + ':' + short(meaning))}")
        lines += ["      )", "      case $command in"]
        for command in found:
            lines.append(f"        {command.name})")
            if command.words:
                lines.append(f"          next=({' '.join(command.words)})")
            lines.append("          specs=(")
            lines += [f"            {zsh_spec(option, language)}" for option in command.options]
            lines += ["          )", "          ;;"]
        lines.append("        *) specs=(")
        lines += [f"            {zsh_spec(option, language)}" for option in everywhere]
        lines += ["          ) ;;", "      esac", "      ;;"]
    lines += [
        "  esac",
        "  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then",
        "    _describe -t commands command known",
        "  elif ((CURRENT == 3)) && [[ $command == help ]]; then",
        "    _describe -t commands command known",
        "  elif ((CURRENT == 3 && $#next)) && [[ $words[3] != -* ]]; then",
        "    compadd -a next",
        "  else",
        "    _arguments -S $specs '*: :_files'",
        "  fi",
        "}",
        '_probitas_cli "$@"',
    ]
    return lines


def fish(program):
    lines = [
        f"# What fish completes after {PROGRAM}; made from its own help.",
        # `receipt` and `sign` are words of other commands too: only the first word counts.
        "function __probitas_cli_at",
        "    set -l words (commandline -opc)",
        "    test (count $words) -ge 2; and test $words[2] = $argv[1]; or return 1",
        "    test (count $argv) -eq 1; or test (count $words) -eq $argv[2]",
        "end",
        "set -l messages $LC_ALL $LC_MESSAGES $LANG",
        "if string match -q 'fr*' -- $messages[1]",
    ]
    for language in ("fr", "en"):
        found, of_help, everywhere = commands(program, language)
        start = f"    complete -c {PROGRAM}"
        names = " ".join([command.name for command in found] + ["help"])
        for name, meaning in [(c.name, c.meaning) for c in found] + [("help", of_help)]:
            lines.append(f"{start} -f -n __fish_use_subcommand -a {name} -d {fish_quoted(short(meaning))}")
        lines.append(f"{start} -f -n '__probitas_cli_at help' -a {fish_quoted(names)}")
        for option in everywhere:
            lines.append(f"{start} -n __fish_use_subcommand {fish_option(option)}")
        for command in found:
            here = f"__probitas_cli_at {command.name}"
            if command.words:
                words = " ".join(command.words)
                lines.append(f"{start} -f -n '{here} 2' -a {fish_quoted(words)}")
            lines += [f"{start} -n '{here}' {fish_option(option)}" for option in command.options]
        lines.append("else" if language == "fr" else "end")
    return lines


def fish_quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish_option(option):
    parts = [("-l " + f[2:]) if f.startswith("--") else ("-s " + f[1:]) for f in option.flags]
    if option.values:
        parts.append(f"-xa {fish_quoted(' '.join(option.values))}")
    elif option.takes:
        parts.append("-rF")
    return " ".join([*parts, "-d", fish_quoted(short(option.meaning))])


def main(program, out):
    found, _, everywhere = commands(program, "en")
    os.makedirs(out, exist_ok=True)
    for shell, lines in (("bash", bash(found, everywhere)), ("zsh", zsh(program)), ("fish", fish(program))):
        with open(os.path.join(out, shell), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
