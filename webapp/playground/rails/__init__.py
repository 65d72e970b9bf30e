"""Stand-ins of the payment providers and the carrier: each strict as the original, a folder a provider."""
