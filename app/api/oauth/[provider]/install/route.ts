export { installRoute as GET } from "#lib/transport/connect-routes.ts";
