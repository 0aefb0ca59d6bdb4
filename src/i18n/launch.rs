//! Starting the window from a command line.

super::messages! {
    help = "launch-help" (renderers);
    hint_usage = "hint-launch-usage" ();
    trying = "launch-trying" (renderer);
    err_not_drawn = "err-not-drawn" (renderers);
    hint_not_drawn = "hint-not-drawn" ();
}
