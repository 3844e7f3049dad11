#include "BootstrapKernels.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF

// One pass of the self-sorting transform (Stockham) in base four: `count` numbers with `stride` interleaved sequences,
// `step` apart in the table of roots.
ACUITY_VARIANTS
static void pass_of_four(
    size_t count, size_t stride, size_t step, const double *cosines, const double *sines, const double *restrict xr,
    const double *restrict xi, double *restrict yr, double *restrict yi) {
    size_t quarter = count / 4;
    for (size_t p = 0; p < quarter; p++) {
        double c1 = cosines[p * step], s1 = sines[p * step];
        double c2 = cosines[2 * p * step], s2 = sines[2 * p * step];
        double c3 = cosines[3 * p * step], s3 = sines[3 * p * step];
        const double *ar = xr + stride * p, *ai = xi + stride * p;
        const double *br = ar + stride * quarter, *bi = ai + stride * quarter;
        const double *cr = br + stride * quarter, *ci = bi + stride * quarter;
        const double *dr = cr + stride * quarter, *di = ci + stride * quarter;
        double *r0 = yr + stride * 4 * p, *i0 = yi + stride * 4 * p;
        double *r1 = r0 + stride, *i1 = i0 + stride, *r2 = r1 + stride, *i2 = i1 + stride;
        double *r3 = r2 + stride, *i3 = i2 + stride;
        for (size_t q = 0; q < stride; q++) {
            double acr = ar[q] + cr[q], aci = ai[q] + ci[q], amr = ar[q] - cr[q], ami = ai[q] - ci[q];
            double bdr = br[q] + dr[q], bdi = bi[q] + di[q], bmr = br[q] - dr[q], bmi = bi[q] - di[q];
            r0[q] = acr + bdr;
            i0[q] = aci + bdi;
            double ur = amr + bmi, ui = ami - bmr;
            r1[q] = c1 * ur - s1 * ui;
            i1[q] = c1 * ui + s1 * ur;
            double vr = acr - bdr, vi = aci - bdi;
            r2[q] = c2 * vr - s2 * vi;
            i2[q] = c2 * vi + s2 * vr;
            double wr = amr - bmi, wi = ami + bmr;
            r3[q] = c3 * wr - s3 * wi;
            i3[q] = c3 * wi + s3 * wr;
        }
    }
}

// The last pass where the count is an odd power of two.
ACUITY_VARIANTS
static void pass_of_two(
    size_t stride, const double *restrict xr, const double *restrict xi, double *restrict yr, double *restrict yi) {
    for (size_t q = 0; q < stride; q++) {
        yr[q] = xr[q] + xr[q + stride];
        yi[q] = xi[q] + xi[q + stride];
        yr[q + stride] = xr[q] - xr[q + stride];
        yi[q + stride] = xi[q] - xi[q + stride];
    }
}

void acuity_fourier(
    size_t count, size_t batch, const double *cosines, const double *sines, double *real, double *imaginary,
    double *workReal, double *workImaginary) {
    double *xr = real, *xi = imaginary, *yr = workReal, *yi = workImaginary;
    size_t remaining = count, stride = batch, step = 1;
    while (remaining > 1) {
        if (remaining == 2) {
            pass_of_two(stride, xr, xi, yr, yi);
            remaining = 1;
        } else {
            pass_of_four(remaining, stride, step, cosines, sines, xr, xi, yr, yi);
            remaining /= 4;
            stride *= 4;
            step *= 4;
        }
        double *swap = xr;
        xr = yr;
        yr = swap;
        swap = xi;
        xi = yi;
        yi = swap;
    }
    if (xr != real) {
        for (size_t i = 0; i < count * batch; i++) {
            real[i] = xr[i];
            imaginary[i] = xi[i];
        }
    }
}
