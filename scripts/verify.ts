import { verify } from "./stages/verify.ts";

const { failed } = await verify();
process.exitCode = failed > 0 ? 1 : 0;
