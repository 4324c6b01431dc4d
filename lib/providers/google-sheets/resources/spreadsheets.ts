import type { Resource } from "../../contract/resource.ts";
import { openDrive } from "../client.ts";
import { spreadsheetIdOf } from "../fields.ts";
import { listFiles } from "../files.ts";
import { driveFileScope } from "../scopes.ts";

const mostOnPage = 100;

export const spreadsheets: Resource = {
  title: "Spreadsheets that Patchbay made, or that you opened with it",
  scopes: [driveFileScope],
  narrow: (_, value) => ({ id: spreadsheetIdOf(value) }),
  list: async (call, { cursor, limit, search }) => {
    const {
      items: files,
      unread,
      nextPageToken,
    } = await listFiles(await openDrive(call), {
      name: search,
      pageToken: cursor,
      pageSize: Math.min(limit, mostOnPage),
    });
    const items = files.map(({ id, name, modifiedTime }) => ({
      id,
      label: name || id,
      ...(modifiedTime === undefined ? {} : { details: { "Last change": modifiedTime } }),
    }));
    return { items, unread, nextCursor: nextPageToken };
  },
};
