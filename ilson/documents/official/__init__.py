"""The official document (공문서): model, rules, rendering."""
