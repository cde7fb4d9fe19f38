"""Views: journals for Beancount and Fava, books and reports; pure projections that never write."""
