# Completion for backprop in zsh; in ~/.zshrc, after compinit:  source <(backprop completion zsh)
_backprop() {
    local -a found
    found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
    # Options only where one has been begun: elsewhere a file is wanted more often.
    [[ $PREFIX == -* ]] || found=("${(@)found:#-*}")
    found=("${(@)found:#}")
    # After a path of --set follows its value.
    if (( $#found )); then
        compadd -S '' -- "${(@M)found:#*=}"
        compadd -- "${(@)found:#*=}"
    else _files; fi
}
compdef _backprop backprop ./backprop
