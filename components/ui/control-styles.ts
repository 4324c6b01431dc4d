/** What every box one can type in or choose from has in common. */
export const controlStyles = [
  "w-full min-w-0 rounded-control border border-control bg-surface text-ink shadow-control",
  "text-base max-md:text-touch transition-[border-color,box-shadow]",
  "hover:border-subtle focus-visible:border-focus focus-visible:outline-offset-0",
  "aria-invalid:border-danger-solid aria-invalid:focus-visible:outline-danger-solid",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted disabled:shadow-none",
];
