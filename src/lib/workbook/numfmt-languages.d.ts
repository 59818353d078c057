/** The languages of the library; the build knows where they lie. Importing them makes them known to it. */
declare module 'numfmt/languages' {}
