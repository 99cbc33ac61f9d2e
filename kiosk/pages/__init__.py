"""`present(visit, …) -> page`: from a visit's value to the page that shows it."""
