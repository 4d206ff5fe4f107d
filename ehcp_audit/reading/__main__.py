"""The reader process as a module: `python -m ehcp_audit.reading MIB SECONDS`."""

from ehcp_audit.reading.child import main

if __name__ == "__main__":
    main()
