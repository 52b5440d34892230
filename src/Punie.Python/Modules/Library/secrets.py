"""Tokens. They are the same in every run: do not use them as secrets."""
import base64
import hmac
import random

SystemRandom = random.Random
compare_digest = hmac.compare_digest
_random = random.Random("secrets")
DEFAULT_ENTROPY = 32


def choice(seq):
    return _random.choice(seq)


def randbits(k):
    return _random.getrandbits(k)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _random.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _random.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
