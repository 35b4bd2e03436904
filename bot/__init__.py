"""Wegwijs: gateway → safety → privacy → conversations → engine, with readers behind the log.

Each package's docstring opens with its place in that flow; ARCHITECTURE.md draws it.
"""
