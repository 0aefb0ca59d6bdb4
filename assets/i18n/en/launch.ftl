launch-help =
    Probitas: the values-and-ethics self-assessment.

    Usage: probitas [OPTIONS] [DRAFT]

      DRAFT              a draft to open, a file that ends in .probitas

      --language en|fr   language of the window; otherwise that of the system
      --renderer NAME    how the window is drawn, for when it stays blank or
                         does not open. One of: { $renderers }
      -h, --help         show this help
      -V, --version      show the version

    The same work in a terminal: probitas-cli help

    Exit codes: 0 good, 1 no window can be opened, 2 usage.
hint-launch-usage = See: probitas --help
launch-trying = The window could not be drawn. Trying again with: { $renderer }
err-not-drawn = Probitas cannot draw its window here. Tried: { $renderers }.
hint-not-drawn = Update the driver of the graphics card, or start Probitas on the computer itself rather than over a remote connection. In a terminal, probitas-cli does the same work.
