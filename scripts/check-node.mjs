// Runs before anything else, on whatever Node is there, so it keeps to syntax that old ones parse.
var required = [22, 18];
var parts = process.versions.node.split(".").map(Number);
var isNewEnough = parts[0] > required[0] || (parts[0] === required[0] && parts[1] >= required[1]);

if (!isNewEnough) {
  console.error(
    [
      "",
      "Patchbay needs Node " +
        required.join(".") +
        " or newer, and this is Node " +
        process.versions.node +
        ".",
      "",
      "The project brings its own Node 24 along (the npm package `node`), which npm scripts use by themselves.",
      "It seems to be missing. One of these commands mends it:",
      "",
      "  npm ci               if packages are not installed yet",
      "  npm rebuild node     if packages are installed, but install scripts were blocked",
      "  npm rebuild node --ignore-scripts=false",
      "                       if your npm settings say ignore-scripts=true",
      "",
      "Then start it as an npm script, such as `npm run dev`, or install Node 24 yourself.",
      "",
    ].join("\n"),
  );
  process.exit(1);
}
