vcl 4.1;

# The shared cache in front of the site.
#
# Public pages are the same for everybody: they are asked for without cookies and kept for
# as long as the application's Cache-Control says. What belongs to one person passes
# through. What changed is purged by tag, on a port of its own that is not published.

import std;
import xkey;

backend web {
    .host = "web";
    .port = "8000";
    .connect_timeout = 3s;
    .first_byte_timeout = 65s;
    .between_bytes_timeout = 30s;
    .probe = {
        .request =
            "GET /healthz HTTP/1.1"
            "Host: web"
            "Connection: close"
            "User-Agent: proxy";
        .interval = 5s;
        .timeout = 3s;
        .window = 5;
        .threshold = 3;
        .initial = 3;
    }
}

# Loopback and private networks: the application's containers, and what ends TLS.
acl internal {
    "127.0.0.0"/8;
    "10.0.0.0"/8;
    "172.16.0.0"/12;
    "192.168.0.0"/16;
    "::1";
    "fc00::"/7;
}

# ---------------------------------------------------------------- requests

sub vcl_recv {
    if (local.socket == "purge") {
        call purge_by_tag;
    }

    if (req.method !~ "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$") {
        return (synth(405, "Method not allowed"));
    }

    if (req.restarts == 0) {
        call forwarded;
        unset req.http.Proxy;
        unset req.http.X-Purge-Count;
        unset req.http.X-Shared;
        unset req.http.X-Failed;
        set req.http.Host = std.tolower(req.http.Host);
    }

    # Doors that know who is asking pass untouched.
    if (req.url ~ "^/(admin|django-admin|accounts|comments|contribute|documents|_util)([/?]|$)"
        || req.url ~ "^/(healthz|readyz)([/?]|$)") {
        return (pass);
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Signed in, or let in to a page with restricted access: never from the cache, never into it.
    if (req.http.Authorization || req.http.Cookie ~ "(^|;\s*)(__Host-|__Secure-)?sessionid=") {
        return (pass);
    }
    unset req.http.Cookie;

    call tidy_address;

    # Stale pages are for a backend that is down or fails, not for one that is well:
    # after a purge the next reader gets the new text.
    if (req.http.X-Failed || !std.healthy(req.backend_hint)) {
        set req.grace = 1h;
    } else {
        set req.grace = 0s;
    }
    set req.http.X-Shared = "1";
    return (hash);
}

# PURGE with tags in "xkey-purge" (soft: gone for readers, kept for an outage) or in
# "xkey-purge-hard" (gone altogether: for what must not be shown again); PURGE without
# tags takes out the one address.
sub purge_by_tag {
    if (client.ip !~ internal) {
        return (synth(403, "Forbidden"));
    }
    if (req.method != "PURGE") {
        return (synth(405, "Method not allowed"));
    }
    if (req.http.xkey-purge-hard) {
        set req.http.X-Purge-Count = xkey.purge(req.http.xkey-purge-hard);
        return (synth(200, "Purged"));
    }
    if (req.http.xkey-purge) {
        set req.http.X-Purge-Count = xkey.softpurge(req.http.xkey-purge);
        return (synth(200, "Purged"));
    }
    if (!req.http.X-Forwarded-Proto) {
        set req.http.X-Forwarded-Proto = "http";
    }
    set req.http.Host = std.tolower(req.http.Host);
    call tidy_address;
    return (purge);
}

# What a visitor claims about its own address and scheme counts only if it comes through
# something on a private network. Varnish has already added client.ip to X-Forwarded-For.
sub forwarded {
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-Host;
    unset req.http.X-Forwarded-Port;
    unset req.http.X-Real-IP;
    if (client.ip !~ internal) {
        set req.http.X-Forwarded-For = client.ip;
        unset req.http.X-Forwarded-Proto;
    }
    if (req.http.X-Forwarded-Proto != "https") {
        set req.http.X-Forwarded-Proto = "http";
    }
}

# One page, one address: no tracking arguments, the others in order.
sub tidy_address {
    set req.url = regsub(req.url, "#.*$", "");
    if (req.url ~ "\?") {
        set req.url = regsuball(req.url,
            "(?i)(?<=[?&])(utm_[^=&]*|mtm_[^=&]*|pk_[^=&]*|hsa_[^=&]*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|ttclid|twclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_ga|_gl|srsltid)(=[^&]*)?(&|$)",
            "");
        set req.url = std.querysort(req.url);
        set req.url = regsub(req.url, "[?&]+$", "");
    }
}

sub vcl_hash {
    # The application redirects plain HTTP: the two schemes must not share answers.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_miss {
    # It failed a moment ago and no earlier page is here: do not make it fail twice.
    if (req.http.X-Failed) {
        return (synth(std.integer(req.http.X-Failed, 503), "Back in a moment"));
    }
}

# ---------------------------------------------------------------- answers

sub vcl_backend_fetch {
    unset bereq.http.Via;
    unset bereq.http.X-Shared;
    unset bereq.http.X-Failed;
}

sub vcl_backend_response {
    # A failure is not kept, and never takes the place of a page that still can be shown.
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        set beresp.keep = 0s;
        return (deliver);
    }

    if (bereq.uncacheable) {
        return (deliver);
    }

    # Kept is only what the application calls shareable.
    if (beresp.http.Set-Cookie
        || beresp.http.Vary ~ "(?i)(\*|cookie|authorization)"
        || beresp.http.Cache-Control !~ "(?i)(^|[,\s])(s-maxage|max-age)\s*="
        || beresp.http.Cache-Control ~ "(?i)(private|no-store|no-cache)"
        || beresp.ttl <= 0s) {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
        return (deliver);
    }

    # Files with a hash in their name are kept for as long as there is room.
    if (bereq.url ~ "^/static/" && beresp.http.Cache-Control ~ "(?i)immutable") {
        set beresp.ttl = 30d;
    }

    # Only pages without secrets come here, so that compressing them gives nothing away.
    if (!beresp.http.Content-Encoding
        && beresp.http.Content-Type ~ "(?i)^(text/|image/svg|application/(json|javascript|xml|[a-z.-]+\+(json|xml)))") {
        set beresp.do_gzip = true;
    }

    set beresp.grace = 1h;
    set beresp.keep = 1h;
    return (deliver);
}

sub vcl_backend_error {
    set beresp.ttl = 0s;
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Content-Security-Policy = "default-src 'none'; frame-ancestors 'none'";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "30";
    set beresp.body = {"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Back in a moment</title>
<h1>Back in a moment</h1>
<p>The site cannot answer right now. Please try again in a minute.</p>
</html>
"};
    return (deliver);
}

sub vcl_deliver {
    # The application failed, but a page of the last hour may still be here.
    if (resp.status >= 500 && req.http.X-Shared && req.restarts == 0) {
        set req.http.X-Failed = resp.status;
        return (restart);
    }
    unset resp.http.Server;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    unset resp.http.xkey;
    return (deliver);
}

# The same page as in vcl_backend_error, for a failure with nothing kept to show.
sub sorry {
    set resp.http.Content-Type = "text/html; charset=utf-8";
    set resp.http.Content-Security-Policy = "default-src 'none'; frame-ancestors 'none'";
    set resp.http.Retry-After = "30";
    set resp.body = {"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Back in a moment</title>
<h1>Back in a moment</h1>
<p>The site cannot answer right now. Please try again in a minute.</p>
</html>
"};
}

sub vcl_synth {
    unset resp.http.Server;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    set resp.http.Cache-Control = "no-store";
    if (resp.status >= 500) {
        call sorry;
    } else {
        set resp.http.Content-Type = "text/plain; charset=utf-8";
        set resp.body = resp.reason + " " + req.http.X-Purge-Count + {"
"};
    }
    return (deliver);
}
