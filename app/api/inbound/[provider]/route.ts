export { inboundRoute as POST } from "#lib/transport/inbound-route.ts";
