// Without ICU's own headers: they name the same types as the copy of ICU in Swift's Foundation, and no part of libxml2
// used here shows a type of ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
