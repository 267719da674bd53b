"""The chapter on gradient descent: rates, curvature, batches and schedules."""
