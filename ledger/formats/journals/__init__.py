"""The journals as Beancount texts."""
