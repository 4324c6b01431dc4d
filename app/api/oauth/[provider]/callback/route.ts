export { callbackRoute as GET, grantRoute as POST } from "#lib/transport/connect-routes.ts";
