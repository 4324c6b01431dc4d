import type { SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { uninstall } from "../uninstall.ts";
import { told } from "./told.ts";

export const uninstallApp = {
  title: "Uninstall Patchbay from the shop",
  run: async (desk) => `The app is uninstalled and its tokens have ended. ${told(await uninstall(desk))}`,
} satisfies SandboxCommand;
