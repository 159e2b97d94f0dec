"""`python -m signpost`: the same as the program `signpost`."""

from signpost.command import main

if __name__ == "__main__":
    main()
