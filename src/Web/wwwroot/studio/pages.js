/** Addresses of the product's pages. */
export const pages = {
    /** @param {string} id definition id */
    definition: id => `/studio/definitions/${encodeURIComponent(id)}`,

    /** @param {string} id instance id */
    instance: id => `/studio/instances/${encodeURIComponent(id)}`,

    /** The sign-in page that leads back to the open page. */
    signIn: () => `/sign-in?expired=true&return=${encodeURIComponent(location.pathname + location.search)}`,
};
