interface ImportMeta {
  readonly env: {
    /** Where the backend is. */
    readonly VITE_BACKEND: string;
  };
}
