# Completion for backprop in bash; in ~/.bashrc:  source <(backprop completion bash)
_backprop() {
    local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} found suggestion
    found=$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
    COMPREPLY=()
    for suggestion in $found; do
        # Options only where one has been begun: elsewhere a file is wanted more often.
        [[ $suggestion == -* && $word != -* ]] || [[ $suggestion != "$word"* ]] || COMPREPLY+=("$suggestion")
    done
    # A value follows.
    [[ ${COMPREPLY[*]} != *= ]] || compopt -o nospace 2>/dev/null
}
complete -o default -o bashdefault -F _backprop backprop ./backprop
