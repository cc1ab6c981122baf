"""What a workout is: tempo, model, exercise catalogue, strict YAML, timeline."""
