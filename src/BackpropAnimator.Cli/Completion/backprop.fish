# Completion for backprop in fish:  backprop completion fish > ~/.config/fish/completions/backprop.fish
function __backprop_complete
    set -l line (commandline -cp)
    set -l found (backprop "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    # Options only where one has been begun: elsewhere a file is wanted more often.
    if string match -q -- '-*' (commandline -ct)
        printf '%s\n' $found
    else
        string match -v -- '-*' $found
    end
end
complete -c backprop -a '(__backprop_complete)'
