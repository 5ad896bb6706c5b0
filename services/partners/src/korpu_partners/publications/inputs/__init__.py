"""Inputs of commands that others than the command itself know."""
