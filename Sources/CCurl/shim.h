// libcurl with its options by type: curl_easy_setopt is variadic, which Swift cannot call.
#ifndef NHIPCAU_CCURL_SHIM_H
#define NHIPCAU_CCURL_SHIM_H

#include <curl/curl.h>

typedef size_t (*nhipcau_curl_transfer)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode nhipcau_curl_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode nhipcau_curl_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode nhipcau_curl_pointer(CURL *curl, CURLoption option, void *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode nhipcau_curl_function(CURL *curl, CURLoption option, nhipcau_curl_transfer value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode nhipcau_curl_code(CURL *curl, long *code) {
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, code);
}
static inline CURLcode nhipcau_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

#endif
