"""What operators may watch of a terminal: figures of nobody in particular, as a file for Prometheus' node exporter."""
