"""The local stack: real PostgreSQL, real Apache Kafka, an issuer of tokens, and every service, without containers."""
