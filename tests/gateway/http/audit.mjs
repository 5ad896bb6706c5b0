// Runs every audit of GraphQL over HTTP's reference package against an address and prints what it found.
import { createRequire } from "node:module";

const [, , packages, url] = process.argv;
const { auditServer } = createRequire(`${packages}/`)("graphql-http");
const results = await auditServer({ url });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
