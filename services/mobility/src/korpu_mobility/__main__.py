"""Runs mobility in the role that the command line names."""

from korpu_chassis.process.entry_points import main
from korpu_mobility.app import service

if __name__ == "__main__":
    main(service)
