"""The models that answer: the built-in engine and the wire adapters to model servers."""
