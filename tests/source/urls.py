"""URLs and addresses that nobody may be led to by a page."""

REFUSED = (
    "ftp://paper.example/", "file:///etc/passwd", "gopher://paper.example/", "javascript:alert(1)", "data:text/html,x",
    "",    "http://", "http:///x", "http://elsewhere.example/", "http://paper.example.evil.example/", "http://evil-paper.example/",
    "http://paper.example@evil.example/", "http://user:word@paper.example/", "http://evil.example#@paper.example/",
    "http://evil.example\\@paper.example/", "http://paper.example\\.evil.example/", "http://paper.example:22/",
    "http://paper.example:99999/", "http://paper.example:x/", "http://127.0.0.1/", "http://[::1]/", "http://2130706433/",
    "http://0x7f000001/", "http://017700000001/", "http://localhost/", "http://paper。example/", "http://pape\u200br.example/",
    "http://paper.example\r\nHost: evil.example/", "http://paper.example/\x00", "http:// paper.example/", "http://[paper.example/",
    "http://paper.example./",
)  # fmt: skip

PRIVATE = (
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "192.0.0.8", "192.0.2.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
    "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1", "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "x",
)  # fmt: skip
