"""A real SMTP server for tests: python smtp-server.py FOLDER [--login USER PASSWORD CERTIFICATE KEY]

Writes each letter it takes into FOLDER/NUMBER.eml, and its port into FOLDER/port. Refuses recipients whose name begins with
"unknown", has no time for "busy", takes a letter to "silent" and hangs up without an answer.
"""

import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("unknown"):
            return "550 5.1.1 no such user here"
        if address.startswith("busy"):
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        with open(f"{self.folder}/{self.count}.part", "wb") as file:
            file.write(envelope.content)
        os.rename(f"{self.folder}/{self.count}.part", f"{self.folder}/{self.count}.eml")
        if envelope.rcpt_tos[0].startswith("silent"):
            server.transport.abort()
        return "250 OK"


def main():
    folder, login = sys.argv[1], sys.argv[3:]
    options = {}
    if login:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(login[2], login[3])

        def authenticate(server, session, envelope, mechanism, data):
            right = data.login.decode() == login[0] and data.password.decode() == login[1]
            # handled=False: else the server leaves the client without an answer.
            return AuthResult(success=right, handled=False)

        options = {
            "tls_context": context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": authenticate,
        }
    handler = Handler(folder)

    async def serve():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(handler, hostname="mail.test", **options), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        with open(f"{folder}/port.part", "w") as file:
            file.write(str(port))
        os.rename(f"{folder}/port.part", f"{folder}/port")
        await server.serve_forever()

    asyncio.run(serve())


main()
