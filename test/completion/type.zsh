# Types lines, each with a tab behind it, at a zsh that is set up first, and prints what becomes of each:
# zsh -f type.zsh SETUP LINE…
zmodload zsh/zpty
result=$(mktemp)
zpty shell zsh -f -i
hear() { zpty -r -m shell heard "*$1*" }

# A word in two parts, so that the echo of what is typed is not taken for it.
zpty -w shell "PROMPT= RPROMPT=; autoload -Uz compinit; $1; result=${(q)result}
keep() { print -r -- \$BUFFER >> \$result; BUFFER= }; zle -N keep; bindkey '^X^X' keep; print REA''DY"
hear READY
for line in "${@:2}"; do zpty -w -n shell "$line"$'\t\C-x\C-x'; done
zpty -w shell "print DO''NE"
hear DONE
zpty -d shell
<$result
rm -f $result
