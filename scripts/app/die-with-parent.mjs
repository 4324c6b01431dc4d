// Preloaded into the app's processes. When the process that started this one is killed outright, nobody
// is left to stop it, and it would hold the port against the next start. So it looks for itself.
const parent = process.ppid;

function isParentGone() {
  // Elsewhere than on Windows, an orphan is given a new parent at once.
  if (process.ppid !== parent) return true;
  if (process.platform !== "win32") return false;
  try {
    process.kill(parent, 0);
    return false;
  } catch {
    return true;
  }
}

setInterval(() => {
  if (isParentGone()) process.exit(1);
}, 250).unref();
