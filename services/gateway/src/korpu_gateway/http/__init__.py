"""The door of the gateway: GraphQL over HTTP."""
