"""The person under everything: base mesh, head, skin, eyes, mouth."""
