"""The web panel: its pages stand here."""
