"""One module for each form that an issue may come in; a module put here is found by `etl.reading.form`."""
