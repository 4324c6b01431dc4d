// Preloaded into the app's processes: Next makes its server itself, and takes neither a rule about hosts nor time limits.
import http from "node:http";
import { arrivalMs, guardServer } from "./guard-server.ts";
import { readHostRule } from "./read-host-rule.ts";

const limits = { headersTimeout: arrivalMs, requestTimeout: arrivalMs, connectionsCheckingInterval: 5_000 };
const rule = readHostRule(process.env);

http.createServer = new Proxy(http.createServer, {
  apply(create, self, args: unknown[]) {
    const options = args.find((one) => typeof one === "object") ?? {};
    const listener = args.find((one) => typeof one === "function");
    const server: unknown = Reflect.apply(create, self, [{ ...limits, ...options }, listener]);
    if (server instanceof http.Server) guardServer(server, rule);
    return server;
  },
});
