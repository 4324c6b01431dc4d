import { z } from "zod";
import { googleRoute } from "../api/route.ts";
import { opening } from "../api/scopes.ts";

const personSchema = z.object({ displayName: z.string(), emailAddress: z.string() });

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/about/get */
export const aboutRoute = googleRoute({
  method: "GET",
  match: /^www\.googleapis\.com\/drive\/v3\/about$/,
  openedBy: opening.driveRead,
  parameters: [],
  answer: {
    kind: true,
    user: { kind: true, displayName: true, me: true, permissionId: true, emailAddress: true },
    storageQuota: { limit: true, usage: true, usageInDrive: true, usageInDriveTrash: true },
  },
  defaultFields: null,
  handle: async (_request, { account, store }) => ({
    kind: "drive#about",
    user: {
      kind: "drive#user",
      ...(await store.get("person", "me", personSchema)),
      me: true,
      permissionId: account?.externalId,
    },
    storageQuota: {
      limit: "16106127360",
      usage: "482344960",
      usageInDrive: "1048576",
      usageInDriveTrash: "0",
    },
  }),
});
