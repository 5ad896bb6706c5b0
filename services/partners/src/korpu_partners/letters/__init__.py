"""Letters: the register of what comes in and goes out, who answers it, and by when."""
